import type { FaultAction, WorldState } from '../azure';
import { faultAt, nameOf, type AzureCall } from './calls';
import type { ChaosStage } from './chaos_stage';
import { anywhere, ofOperations } from './faults';
import type { Row } from './judge';

export interface MatrixOptions {
  stage: ChaosStage;
  world: WorldState;
  /** The cells to run, by their position in the table. */
  isChosen(index: number): boolean;
  onRow(row: Row): void;
}

export interface Cell {
  call: AzureCall;
  fault: string;
  action: FaultAction;
  lasting: Row['lasting'];
}

const lastings = ['once', 'for good'] as const;

/** Each call with each fault, once and for good. */
export function cellsOf(calls: readonly AzureCall[], isChosen: MatrixOptions['isChosen']): Cell[] {
  const cells = calls.flatMap((call) => {
    const faults = call.method === 'PUT' ? { ...anywhere, ...ofOperations } : anywhere;
    return Object.entries(faults).flatMap(([fault, action]) =>
      lastings.map((lasting) => ({ call, fault, action, lasting })),
    );
  });
  return cells.filter((_, index) => isChosen(index));
}

/** Puts the world back and the fault in place. */
export function arrangeCell(stage: ChaosStage, world: WorldState, cell: Cell): void {
  const { call, action, lasting } = cell;
  stage.arrange(world);
  stage.state.faults = [faultAt(call, action, lasting === 'once' ? { times: 1 } : {})];
}

export const rowOf = (matrix: string, cell: Cell, end: string, wrong: string | undefined): Row => ({
  matrix,
  call: nameOf(cell.call),
  fault: cell.fault,
  lasting: cell.lasting,
  end,
  ...(wrong && { wrong }),
});

/** A mistake of ours: anything thrown that is not a named problem. */
export const crash = (error: unknown): string =>
  `crashes: ${error instanceof Error ? (error.stack ?? error.message).slice(0, 300) : 'unknown'}`;
