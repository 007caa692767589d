/** A part of the page that waits to be drawn anew. */
export interface Turn {
  draw(): void;
  /** Whether it is worth drawing now: `isResting` where nothing new came for a while. */
  isDue(isResting: boolean): boolean;
}

/** Whose turn it is to be drawn. */
export interface DrawTurns {
  /** Waits for its turn; what waits already keeps its place. */
  wait(turn: Turn): void;
  leave(turn: Turn): void;
}

interface Clock {
  /** Once the page shows what was drawn last. */
  afterFrame(work: () => void): void;
  afterMs(work: () => void, ms: number): void;
}

/** Changes rest when nothing new came for so long. */
const restMs = 200;

/**
 * Parts are drawn one a frame, in the order in which they came: keys and answers that come meanwhile wait for one part, never
 * for all.
 */
export function createDrawTurns({ afterFrame, afterMs }: Clock): DrawTurns {
  const waiting = new Set<Turn>();
  let isDue = false;
  let changes = 0;
  const drawNext = (isResting: boolean): void => {
    isDue = false;
    const turns = [...waiting];
    const turn = turns.find((each) => each.isDue(false)) ?? turns.find((each) => isResting && each.isDue(true));
    if (turn) waiting.delete(turn);
    turn?.draw();
    if (waiting.size > 0) due(turn ? isResting : null);
  };
  /** Null: nothing that waits is due. */
  const due = (isResting: boolean | null): void => {
    if (isDue) return;
    isDue = true;
    const since = changes;
    if (isResting === null) afterMs(() => drawNext(changes === since), restMs);
    else afterFrame(() => drawNext(isResting && changes === since));
  };
  return {
    wait(turn) {
      changes += 1;
      waiting.add(turn);
      due(false);
    },
    leave: (turn) => void waiting.delete(turn),
  };
}
