import { describe, expect, it } from 'vitest';
import { graphScene } from '../../../lineage/explorer/scene.ts';
import { NO_HIGHLIGHT, strongNodes, strongPieces } from './highlight.ts';
import { EDGE_STATE, NODE_STATE } from './look.ts';

/** 0 → 1 → 2 → 3, and 4 beside them with an edge into 2. */
const scene = graphScene([0, 1, 2, 3, 4], [[], [0], [1, 4], [2], []]);
const chosen = { ...NO_HIGHLIGHT, chosen: 1, up: new Set([0]), down: new Set([2, 3]) };

describe('strongNodes', () => {
  it('draws what is chosen over what lies up- and downstream of it', () => {
    expect([...strongNodes(scene, chosen)]).toEqual([
      [0, NODE_STATE.near],
      [2, NODE_STATE.near],
      [3, NODE_STATE.near],
      [1, NODE_STATE.chosen],
    ]);
  });

  it('marks what the selection names, unless it stands back', () => {
    const seeds = new Set([2, 4]);
    expect([...strongNodes(scene, { ...NO_HIGHLIGHT, seeds })]).toEqual([
      [2, NODE_STATE.seed],
      [4, NODE_STATE.seed],
    ]);
    expect(strongNodes(scene, { ...chosen, seeds }).get(2)).toBe(NODE_STATE.seed);
    expect(strongNodes(scene, { ...chosen, seeds }).has(4)).toBe(false);
  });

  it('leaves out nodes that are not in the scene', () => {
    const away = { ...NO_HIGHLIGHT, chosen: 9, up: new Set([8]), seeds: new Set([7]) };
    expect(strongNodes(scene, away).size).toBe(0);
  });
});

describe('strongPieces', () => {
  const named = (highlight: typeof chosen): string[] =>
    [...strongPieces(scene, highlight)].map(([number, state]) => {
      const piece = scene.pieces[number];
      return `${piece?.from}>${piece?.to.join()} ${state}`;
    });

  it('tells the edges that lead to what is chosen from those that leave it', () => {
    expect(named(chosen)).toEqual([
      `0>1 ${EDGE_STATE.up}`,
      `1>2 ${EDGE_STATE.down}`,
      `2>3 ${EDGE_STATE.down}`,
    ]);
  });

  it('is empty where nothing is chosen', () => {
    expect(strongPieces(scene, NO_HIGHLIGHT).size).toBe(0);
  });
});
