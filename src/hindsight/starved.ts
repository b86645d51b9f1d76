import { type Edge, minCostFlowForNumberNodes } from "min-cost-flow";
import { demand } from "../internal/demand.js";
import type { EligibleSet } from "./eligibleSet.js";

/** The library spreads the list of edges over the arguments of one call, of which engines take some 100,000. */
const MOST_EDGES = 60_000;

const SOURCE = 0;

/** A flow never ends in a node that the network has not; the reps of the sets are those that have targets. */
type Nodes = ReadonlyMap<number, number>;

/**
 * The network from the source over the sets and the reps to the sink, with a flow to begin with: each set's
 * leads dealt to whoever misses most, the sets with the least choice first. It is nearly a largest one as a
 * rule, so that the library has few paths left to find; as all costs are 0, it may begin with any flow.
 */
const networkOf = (
  sets: readonly EligibleSet[],
  targets: ReadonlyMap<number, number>,
  nodes: Nodes,
): Edge<number>[] => {
  const missing = new Map(targets);
  const missed = (rep: number): number => missing.get(rep) as number;
  const node = (rep: number): number => nodes.get(rep) as number;
  const sink = sets.length + nodes.size + 1;
  const edges: Edge<number>[] = [];
  sets.forEach(({ reps, leads }, i) => {
    let left = leads;
    for (const rep of [...reps].sort((a, b) => missed(b) - missed(a))) {
      const flow = Math.min(left, missed(rep));
      left -= flow;
      missing.set(rep, missed(rep) - flow);
      edges.push({ from: i + 1, to: node(rep), capacity: leads, cost: 0, flow });
    }
    edges.push({ from: SOURCE, to: i + 1, capacity: leads, cost: 0, flow: leads - left });
  });
  for (const [rep, capacity] of targets)
    edges.push({ from: node(rep), to: sink, capacity, cost: 0, flow: capacity - missed(rep) });
  return edges;
};

/** The nodes to which more could flow from the source, if those behind them took it. */
const reachable = (edges: readonly Required<Edge<number>>[]): ReadonlySet<number> => {
  const reached = new Set([SOURCE]);
  let before = 0;
  while (reached.size > before) {
    before = reached.size;
    for (const { from, to, flow, capacity } of edges) {
      if (flow < capacity && reached.has(from)) reached.add(to);
      if (flow > 0 && reached.has(to)) reached.add(from);
    }
  }
  return reached;
};

/**
 * Sends the sets' leads to the reps by a largest flow, to each at most its target; the targets add up to the
 * leads. Returns the reps beyond the smallest cut: every lead that any of them could have is theirs, and
 * together they still miss their targets. Nobody: each lead found a rep.
 */
export const starved = (
  sets: readonly EligibleSet[],
  targets: ReadonlyMap<number, number>,
): ReadonlySet<number> => {
  const reps = [...targets.keys()];
  const nodes = new Map(reps.map((rep, i) => [rep, sets.length + 1 + i]));
  const edges = networkOf(sets, targets, nodes);
  demand(edges.length <= MOST_EDGES, `eligible sets of more than ${MOST_EDGES} members in all are too many`);
  const reached = reachable(minCostFlowForNumberNodes(edges));
  return new Set(reached.size === 1 ? [] : reps.filter((rep) => !reached.has(nodes.get(rep) as number)));
};
