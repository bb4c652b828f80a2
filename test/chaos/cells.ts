import type { FaultAction } from '../azure';
import { faultsAt, nameOf, type OutsideCall } from './calls';
import type { ChaosStage, Existing } from './chaos_stage';
import { anywhere, ofOperations } from './faults';
import type { Row } from './judge';
import type { Scenario } from './scenarios';

export interface MatrixOptions {
  stage: ChaosStage;
  scenario: Scenario;
  /** The cells to run, by their position in the table. */
  isChosen(index: number): boolean;
  onRow(row: Row): void;
}

export interface Cell {
  call: OutsideCall;
  fault: string;
  action: FaultAction;
  lasting: Row['lasting'];
}

const lastings = ['once', 'for good'] as const;

/** Each call with each fault, transient and permanent. */
export function cellsOf(
  calls: readonly OutsideCall[],
  isChosen: MatrixOptions['isChosen'],
): Cell[] {
  const cells = calls.flatMap((call) => {
    const faults = call.method === 'PUT' ? { ...anywhere, ...ofOperations } : anywhere;
    return Object.entries(faults).flatMap(([fault, action]) =>
      lastings.map((lasting) => ({ call, fault, action, lasting })),
    );
  });
  return cells.filter((_, index) => isChosen(index));
}

/** Restores the resources and sets the fault. */
export async function arrangeCell(
  stage: ChaosStage,
  existing: Existing,
  { call, action, lasting }: Cell,
): Promise<void> {
  await stage.arrange(existing);
  stage.state.faults = faultsAt(call, action, lasting === 'once' ? { times: 1 } : {});
}

export const rowOf = (matrix: string, cell: Cell, end: string, wrong: string | undefined): Row => ({
  matrix,
  call: nameOf(cell.call),
  fault: cell.fault,
  lasting: cell.lasting,
  end,
  ...(wrong && { wrong }),
});

/** A programming error: anything thrown that is not a SetupError. */
export const crash = (error: unknown): string =>
  `crashes: ${error instanceof Error ? (error.stack ?? error.message).slice(0, 300) : 'unknown'}`;
