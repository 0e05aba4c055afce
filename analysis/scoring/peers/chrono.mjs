// Chrono's half of the comparison. Reads texts as lines of JSON from standard input, and writes what Chrono finds in each,
// and the processor time it took by group of texts, as lines of JSON; chrono.py says what they mean.
// Argument: the folder that holds node_modules.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const WARM_UP = "warm-up";
const WARM_UP_ROUNDS = 3;
const home = process.argv[2];
const chrono = createRequire(`${home}/`)("chrono-node");
const { version } = JSON.parse(readFileSync(`${home}/node_modules/chrono-node/package.json`, "utf8"));

const moment = (parts) => ({ at: parts.date().toISOString(), known: parts.getCertainComponents() });
const tell = (result) => ({
  index: result.index,
  text: result.text,
  from: moment(result.start),
  to: result.end ? moment(result.end) : null,
});
const find = (asked) => {
  const reference = { instant: new Date(`${asked.published}T12:00:00Z`), timezone: 0 };
  return chrono.ar.parse(asked.text, reference);
};

const groups = new Map();
for (const line of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  const asked = JSON.parse(line);
  groups.set(asked.group, [...(groups.get(asked.group) ?? []), asked]);
}
const out = [{ version, on: `Node ${process.versions.node}` }];
for (let round = 0; round < WARM_UP_ROUNDS; round += 1) (groups.get(WARM_UP) ?? []).forEach(find);
groups.delete(WARM_UP);
for (const [group, texts] of groups) {
  const started = process.cpuUsage();
  const found = texts.map(find);
  const { user, system } = process.cpuUsage(started);
  found.forEach((results, at) => out.push({ group, id: texts[at].id, answer: results.map(tell) }));
  out.push({ group, seconds: (user + system) / 1e6 });
}
process.stdout.write(out.map((line) => `${JSON.stringify(line)}\n`).join(""));
