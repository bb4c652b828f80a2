import type { UseCase } from '../../../common/recommendation';
import type { setupParams } from '../../locator';
import { returnPath } from '../done/done_return_to';
import { isUseCase } from '../../../common/words/model_text';

type Param = (typeof setupParams)[number];

/** What the address asks for, as far as it is valid. */
export interface LinkParams {
  returnTo?: string;
  /** From the link, or inferred from the page that the person came from. */
  useCase: UseCase;
  /** True when the address itself says what the model is for. */
  saysUseCase: boolean;
  modelName?: string;
  /** Parameters that are not valid. */
  ignored: readonly Param[];
}

/** Where the person came from says what the model is for. */
function guessed(returnTo: string): UseCase {
  if (/security/i.test(returnTo)) return 'security';
  return /observability|apm|logs|metrics/i.test(returnTo) ? 'observability' : 'both';
}

/** Stricter than for a name from Azure: anyone can write a link. */
const linkedModel = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** Reads what a link to this page asks for. Anybody can write such an address. */
export function parseLinkParams(search: string, basePath = ''): LinkParams {
  const query = new URLSearchParams(search);
  const returnTo = query.get('returnTo') ?? '';
  const useCase = query.get('useCase') ?? '';
  const modelName = query.get('modelName') ?? '';
  const valid: Record<Param, boolean> = {
    returnTo: returnPath(returnTo, '', basePath) !== undefined,
    useCase: isUseCase(useCase),
    modelName: linkedModel.test(modelName),
  };
  const params: Param[] = ['returnTo', 'useCase', 'modelName'];
  return {
    ...(valid.returnTo && { returnTo }),
    ...(valid.modelName && { modelName }),
    useCase: isUseCase(useCase) ? useCase : guessed(valid.returnTo ? returnTo : ''),
    saysUseCase: valid.useCase,
    ignored: params.filter((param) => query.get(param) && !valid[param]),
  };
}

/** The query string once the draft has the parameters: a reload must not apply them again. */
export function withoutLinkParams(search: string): string {
  const query = new URLSearchParams(search);
  query.delete('useCase');
  query.delete('modelName');
  const text = query.toString();
  return text && `?${text}`;
}
