/* Before the first line is drawn: what the reader chose earlier, so that nothing jumps. */
{
  const root = document.documentElement;
  root.classList.add("scripted");
  if ("speechSynthesis" in window) root.classList.add("speaks");
  try {
    const chosen = JSON.parse(localStorage.getItem("weergave") ?? "{}");
    for (const name of ["size", "theme", "contrast"]) if (chosen[name]) root.dataset[name] = chosen[name];
  } catch {
    // A browser that keeps nothing shows the site as it is.
  }
}
