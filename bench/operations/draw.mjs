/** Selections drawn at random from the schema, the same ones for the same seed. */
import { snake } from './model.mjs';

/** Fields that our server works out, with the columns behind them. */
const computed = {
  title: ['content'],
  isOverdue: ['nextDueAt'],
  content: ['content'],
  allowedActions: ['status', 'level', 'isHistorical'],
  complainant: [],
};

const howMany = { everywhere: 10, computed: 4 };

export function draw(model, seed) {
  const random = randomOf(seed);
  const everywhere = Array.from({ length: howMany.everywhere }, (_, index) => {
    const kind = index % 2 ? 'detail' : 'list';
    return { kind, tree: complaintTree(model, random, kind === 'detail') };
  });
  const onlyOurs = Array.from({ length: howMany.computed }, (_, index) => {
    const plain = complaintTree(model, random, false);
    const fields = random.some(Object.keys(computed), 2, 4);
    const tree = { ...plain, ...Object.fromEntries(fields.map((name) => [name, innerOf[name] ?? true])) };
    const beneath = {
      ...plain,
      ...Object.fromEntries(fields.flatMap((name) => computed[name]).map((name) => [name, true])),
    };
    for (const name of Object.keys(beneath))
      if (beneath[name] === true && !model.Complaint.columns[name]) addColumn(model, name);
    return { kind: index % 2 ? 'detail' : 'list', tree, beneath };
  });
  return [...everywhere, ...onlyOurs];
}

const innerOf = {
  allowedActions: { code: true, label: true, blockedBy: true },
  complainant: { name: true, phone: true, address: true },
};

function addColumn(model, name) {
  model.Complaint.columns[name] = { column: snake(name), type: 'text' };
}

function complaintTree(model, random, withLists) {
  const tree = { id: true, ...columns(model, random, 'Complaint', 3, 9) };
  for (const name of random.some(Object.keys(model.Complaint.ones), 1, 3)) {
    tree[name] = columns(model, random, model.Complaint.ones[name].type, 1, 4);
  }
  if (!withLists) return tree;
  for (const name of random.some(Object.keys(model.Complaint.manys), 1, 2)) {
    const { type } = model.Complaint.manys[name];
    tree[name] = columns(model, random, type, 2, 4);
    for (const one of random.some(
      Object.keys(model[type].ones).filter((each) => each !== 'complaint'),
      0,
      1,
    ))
      tree[name][one] = columns(model, random, model[type].ones[one].type, 1, 3);
  }
  return tree;
}

const columns = (model, random, type, least, most) =>
  Object.fromEntries(random.some(Object.keys(model[type].columns), least, most).map((name) => [name, true]));

/** Mulberry32. */
function randomOf(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    some(all, least, most) {
      const left = [...all];
      const count = Math.min(left.length, least + Math.floor(next() * (most - least + 1)));
      return Array.from({ length: count }, () => left.splice(Math.floor(next() * left.length), 1)[0]);
    },
  };
}
