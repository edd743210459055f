/* Runs the form's modules outside a browser: a list of questions in on stdin, their answers out. */

import {readFileSync} from "node:fs";
import {read} from "../templates/assets/formulier-reading.js";
import {costShort, nextDates, occurrences, scheduleLong, scheduleShort} from "../templates/assets/formulier-schedule.js";
import {write} from "../templates/assets/formulier-writing.js";

const {rules, questions} = JSON.parse(readFileSync(0, "utf-8"));
const told = ({path, message, hint}) => [path.join(" "), message, hint];

const ask = {
  value(kind, text) {
    const {tree, problems} = read({...rules, fields: {One: [{key: "veld", kind}]}}, {veld: text}, "One");
    return problems.length ? problems.map(told) : String(tree.veld);
  },
  read(tree) {
    return read(rules, tree).problems.map(told);
  },
  file(tree) {
    const found = read(rules, tree);
    return found.problems.length ? found.problems : write(found.tree);
  },
  schedule(tree, first, last) {
    const found = read(rules, tree).tree;
    return [scheduleShort(found), scheduleLong(found, rules), occurrences(found, rules, first, last).map(({start, end, status, reason}) => [start, end, status, reason])];
  },
  price(tree) {
    return costShort(read(rules, tree).tree.kosten);
  },
  next(tree, today) {
    return nextDates(read(rules, tree).tree, rules, today);
  },
};

process.stdout.write(JSON.stringify(questions.map(([name, ...words]) => ask[name](...words))));
