import { isUseCase, type UseCase } from '../../../common/recommendation';
import { setupParams } from '../../locator';
import { returnPath } from './return_path';

type Param = (typeof setupParams)[number];

/** The valid parameters of a link to this page. */
export interface LinkParams {
  returnTo?: string;
  /** From the link, or inferred from the return page. */
  useCase: UseCase;
  /** True if the link contains the use case. */
  saysUseCase: boolean;
  modelName?: string;
  /** Id of the connector to migrate. */
  moveFrom?: string;
  /** Parameters that are not valid. */
  ignored: readonly Param[];
}

/** The use case of the return page. */
function guessed(returnTo: string): UseCase {
  if (/security/i.test(returnTo)) return 'security';
  return /observability|apm|logs|metrics/i.test(returnTo) ? 'observability' : 'both';
}

/** Stricter than for names from Azure, because anyone can write a link. */
const linkedModel = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** People choose the ids of connectors in `kibana.yml`. */
const linkedConnector = /^[^\p{C}\p{Zl}\p{Zp}]{1,128}$/u;

/** The connector that a link migrates. */
export function connectorIn(search: string): string | undefined {
  const id = new URLSearchParams(search).get('moveFrom') ?? '';
  return linkedConnector.test(id) ? id : undefined;
}

/** Parses the parameters of a link to this page. Anyone can write such a link. */
export function parseLinkParams(search: string, basePath = ''): LinkParams {
  const query = new URLSearchParams(search);
  const returnTo = query.get('returnTo') ?? '';
  const useCase = query.get('useCase') ?? '';
  const modelName = query.get('modelName') ?? '';
  const moveFrom = connectorIn(search);
  const valid: Record<Param, boolean> = {
    returnTo: returnPath(returnTo, '', basePath) !== undefined,
    useCase: isUseCase(useCase),
    modelName: linkedModel.test(modelName),
    moveFrom: moveFrom !== undefined,
  };
  return {
    ...(valid.returnTo && { returnTo }),
    // The connector's deployment has its model.
    ...(valid.modelName && moveFrom === undefined && { modelName }),
    ...(moveFrom !== undefined && { moveFrom }),
    useCase: isUseCase(useCase) ? useCase : guessed(valid.returnTo ? returnTo : ''),
    saysUseCase: valid.useCase,
    ignored: setupParams.filter((param) => query.get(param) && !valid[param]),
  };
}

/**
 * The query string without the applied parameters, so a reload does not apply them again. A migration starts at the
 * plan.
 */
export function withoutLinkParams(search: string): string {
  const query = new URLSearchParams(search);
  query.delete('useCase');
  query.delete('modelName');
  query.delete('moveFrom');
  if (connectorIn(search) !== undefined) {
    query.delete('run');
    query.set('step', 'plan');
  }
  const text = query.toString();
  return text && `?${text}`;
}
