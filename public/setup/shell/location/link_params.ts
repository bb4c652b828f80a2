import type { UseCase } from '../../../../common/recommendation';
import { setupParams } from '../../../locator';
import { returnPath } from '../../done/done_return_to';
import { isUseCase } from '../../../../common/words/model_text';

type Param = (typeof setupParams)[number];

/** The valid parameters of a link to this page. */
export interface LinkParams {
  returnTo?: string;
  /** From the link, or inferred from the page that the person came from. */
  useCase: UseCase;
  /** True when the link itself names the use case. */
  saysUseCase: boolean;
  modelName?: string;
  /** Parameters that are not valid. */
  ignored: readonly Param[];
}

/** The use case of the page that the person came from. */
function guessed(returnTo: string): UseCase {
  if (/security/i.test(returnTo)) return 'security';
  return /observability|apm|logs|metrics/i.test(returnTo) ? 'observability' : 'both';
}

/** Stricter than for a name from Azure: anyone can write a link. */
const linkedModel = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** Parses the parameters of a link to this page. Anyone can write such a link. */
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
  return {
    ...(valid.returnTo && { returnTo }),
    ...(valid.modelName && { modelName }),
    useCase: isUseCase(useCase) ? useCase : guessed(valid.returnTo ? returnTo : ''),
    saysUseCase: valid.useCase,
    ignored: setupParams.filter((param) => query.get(param) && !valid[param]),
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
