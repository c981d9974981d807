/**
 * The order in which variables are taken, so that few stay open at once. A variable is open from when it is taken until
 * the last table it shares with another has been completed; the cost of a step is the product of the open sizes.
 *
 * Variables in no shared table come last, in descending index (so that tied choices come out in lexicographic order).
 * The others: greedily the cheapest next step from every start, the best of these improved by moving single variables.
 * This is elimination along a path (vertex separation; Kinnersley 1992), chosen over a tree of buckets because what is
 * still attainable is then known for every partial sum. Cost O(n^3 · tables), n the variables in shared tables.
 *
 * @param scopes of the tables over two or more variables
 */
export function choiceOrder(
  sizes: readonly number[],
  scopes: readonly (readonly number[])[],
): readonly number[] {
  const structure = `${sizes.join()} ${scopes.map((scope) => scope.join()).join(";")}`;
  const known = orders.get(structure) ?? newOrder(sizes, scopes);
  // The most recently used stay: the same few structures are solved over and over.
  orders.delete(structure);
  orders.set(structure, known);
  if (orders.size > MOST_KNOWN) orders.delete(orders.keys().next().value!);
  return known;
}

const MOST_KNOWN = 200;
const orders = new Map<string, readonly number[]>();

function newOrder(sizes: readonly number[], scopes: readonly (readonly number[])[]): number[] {
  const shared = [...new Set(scopes.flat())].sort((a, b) => a - b);
  const alone = sizes.map((_, v) => v).filter((v) => !shared.includes(v));
  const small = alone.filter((v) => sizes[v] === 1);
  const free = alone.filter((v) => sizes[v] > 1).reverse();
  let best: number[] = [];
  let bestCost = Infinity;
  for (const start of shared.length > 40 ? shared.slice(0, 1) : shared) {
    const order = greedy(start, shared, sizes, scopes);
    const cost = orderCost(order, sizes, scopes);
    if (cost < bestCost) [best, bestCost] = [order, cost];
  }
  if (shared.length <= 40) best = improve(best, bestCost, sizes, scopes);
  return [...small, ...best, ...free];
}

function greedy(
  start: number,
  shared: readonly number[],
  sizes: readonly number[],
  scopes: readonly (readonly number[])[],
): number[] {
  const order = [start];
  const left = new Set(shared);
  left.delete(start);
  while (left.size > 0) {
    let next = -1;
    let nextCost = Infinity;
    for (const v of left) {
      order.push(v);
      const open = openAfter(order, scopes);
      let cost = 0;
      for (const u of open) cost += Math.log(sizes[u]);
      order.pop();
      if (cost < nextCost) [next, nextCost] = [v, cost];
    }
    order.push(next);
    left.delete(next);
  }
  return order;
}

/** Variables of the order still to meet another in some table, ascending by place in the order. */
export function openAfter(order: readonly number[], scopes: readonly (readonly number[])[]): number[] {
  const taken = new Set(order);
  const open = new Set<number>();
  for (const scope of scopes) {
    if (scope.some((v) => !taken.has(v))) for (const v of scope) if (taken.has(v)) open.add(v);
  }
  return order.filter((v) => open.has(v));
}

function orderCost(
  order: readonly number[],
  sizes: readonly number[],
  scopes: readonly (readonly number[])[],
): number {
  const place = new Map(order.map((v, i) => [v, i]));
  const closes = new Map(order.map((v, i) => [v, i]));
  for (const scope of scopes) {
    let last = 0;
    for (const v of scope) last = Math.max(last, place.get(v)!);
    for (const v of scope) if (closes.get(v)! < last) closes.set(v, last);
  }
  let cost = 0;
  let open: number[] = [];
  for (let i = 0; i < order.length; i++) {
    open.push(order[i]);
    let table = 1;
    for (const v of open) table *= sizes[v];
    cost += table;
    open = open.filter((v) => closes.get(v)! > i);
  }
  return cost;
}

function improve(
  order: number[],
  cost: number,
  sizes: readonly number[],
  scopes: readonly (readonly number[])[],
): number[] {
  let best = order;
  let bestCost = cost;
  for (let round = 0; round < 4; round++) {
    const before = bestCost;
    for (let from = 0; from < order.length; from++) {
      for (let to = 0; to < order.length; to++) {
        if (from === to) continue;
        const moved = [...best];
        const [v] = moved.splice(from, 1);
        moved.splice(to, 0, v);
        const movedCost = orderCost(moved, sizes, scopes);
        if (movedCost < bestCost) [best, bestCost] = [moved, movedCost];
      }
    }
    if (bestCost >= before) break;
  }
  return best;
}
