"""Every page is valid HTML, by the checker of those who write the standard (Nu, from the W3C)."""

import json
import subprocess
from pathlib import Path


def test_every_page_of_the_site_is_valid(built_site: Path, vnu: Path) -> None:
    command = ["java", "-Xss4m", "-jar", str(vnu), "--format", "json", "--skip-non-html"]
    done = subprocess.run(
        [*command, str(built_site)], capture_output=True, text=True, check=False, timeout=540
    )
    messages = json.loads(done.stderr)["messages"]
    found = {
        f"{Path(one['url']).relative_to(f'file:{built_site}')}:{one.get('lastLine')}: "
        f"{one['message']} {one.get('extract', '')!r}"
        for one in messages
        if one["type"] == "error"
    }
    assert sorted(found)[:20] == []
