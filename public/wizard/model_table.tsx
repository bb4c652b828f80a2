import {
  EuiBadge,
  EuiButtonEmpty,
  EuiInMemoryTable,
  EuiText,
  type EuiBasicTableColumn,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { ModelDrawback, ModelOption } from '../../common/options';
import type { UseCase } from '../../common/recommendation';
import type { DeploymentType, SetupRequest } from '../../common/setup_request';
import { formatDate, formatNumber, modelTitle } from './format';
import { freeTokens, scoreOf } from './model_offer';
import { deploymentTypeText, drawbackText } from './model_text';

export type ModelChoice = Pick<SetupRequest, 'modelName' | 'modelVersion' | 'deploymentType'>;

/** One line: a model version with one deployment type. Texts are in it so that the search finds them. */
export interface ModelRow extends ModelChoice {
  id: string;
  title: string;
  typeTitle: string;
  free?: number;
  score?: number;
  retiresAt?: string;
  drawbacks: string;
  /** False when Kibana or Azure would refuse it for certain. */
  usable: boolean;
  recommended: boolean;
}

const refused: ReadonlySet<ModelDrawback> = new Set(['deprecated', 'responses_only', 'no_quota']);

/** Every model version with every type it is offered in, the best score first. */
export function modelRows(
  models: readonly ModelOption[],
  useCase: UseCase,
  recommended?: ModelChoice,
): ModelRow[] {
  const rows = models.flatMap((model) =>
    model.deploymentTypes.map((type): ModelRow => {
      const { modelName, modelVersion } = model;
      const { deploymentType, drawbacks: said } = type;
      const free = freeTokens(type);
      return {
        id: `${modelName}-${modelVersion}-${deploymentType}`,
        modelName,
        modelVersion,
        deploymentType,
        title: modelTitle(modelName),
        typeTitle: deploymentTypeText[deploymentType],
        free,
        score: scoreOf(model, useCase),
        retiresAt: type.retiresAt ?? model.retiresAt,
        drawbacks: said.map((drawback) => drawbackText[drawback]).join('. '),
        usable: !said.some((drawback) => refused.has(drawback)),
        recommended: isChoice(recommended, modelName, modelVersion, deploymentType),
      };
    }),
  );
  return rows.sort((a, b) => (b.score ?? -1) - (a.score ?? -1) || (b.free ?? 0) - (a.free ?? 0));
}

const isChoice = (
  choice: ModelChoice | undefined,
  name: string,
  version: string,
  type: DeploymentType,
) =>
  choice?.modelName === name && choice.modelVersion === version && choice.deploymentType === type;

const text = {
  model: i18n.translate('azureOpenaiSetup.model.table.model', { defaultMessage: 'Model' }),
  version: i18n.translate('azureOpenaiSetup.model.table.version', { defaultMessage: 'Version' }),
  type: i18n.translate('azureOpenaiSetup.model.table.type', { defaultMessage: 'Deployment type' }),
  free: i18n.translate('azureOpenaiSetup.model.table.free', {
    defaultMessage: 'Free tokens per minute',
  }),
  score: i18n.translate('azureOpenaiSetup.model.table.score', { defaultMessage: 'Score' }),
  retires: i18n.translate('azureOpenaiSetup.model.table.retires', { defaultMessage: 'Retires' }),
  note: i18n.translate('azureOpenaiSetup.model.table.note', { defaultMessage: 'Note' }),
  use: i18n.translate('azureOpenaiSetup.model.table.use', { defaultMessage: 'Use' }),
  unknown: i18n.translate('azureOpenaiSetup.model.table.unknown', { defaultMessage: 'Unknown' }),
  recommended: i18n.translate('azureOpenaiSetup.model.table.recommended', {
    defaultMessage: 'Recommended',
  }),
  search: i18n.translate('azureOpenaiSetup.model.table.search', {
    defaultMessage: 'Filter by model, version, type or note',
  }),
};

const columns = (pick: (choice: ModelChoice) => void): Array<EuiBasicTableColumn<ModelRow>> => [
  {
    field: 'title',
    name: text.model,
    sortable: true,
    render: (title: string, row) => (
      <span>
        {title} {row.recommended && <EuiBadge color="success">{text.recommended}</EuiBadge>}
      </span>
    ),
  },
  { field: 'modelVersion', name: text.version, sortable: true },
  { field: 'typeTitle', name: text.type, sortable: true },
  {
    field: 'free',
    name: text.free,
    sortable: true,
    dataType: 'number',
    render: (free?: number) => (free === undefined ? text.unknown : formatNumber(free)),
  },
  {
    field: 'score',
    name: text.score,
    sortable: ({ score }) => score ?? -1,
    dataType: 'number',
    render: (score?: number) => (score === undefined ? '-' : formatNumber(score)),
  },
  {
    field: 'retiresAt',
    name: text.retires,
    sortable: true,
    render: (date?: string) => (date ? formatDate(date) : '-'),
  },
  {
    field: 'drawbacks',
    name: text.note,
    render: (drawbacks: string) => <EuiText size="xs">{drawbacks}</EuiText>,
  },
  {
    name: text.use,
    render: (row: ModelRow) => <UseButton row={row} pick={pick} />,
  },
];

function UseButton({ row, pick }: { row: ModelRow; pick: (choice: ModelChoice) => void }) {
  const { modelName, modelVersion, deploymentType } = row;
  return (
    <EuiButtonEmpty
      size="xs"
      isDisabled={!row.usable}
      onClick={() => pick({ modelName, modelVersion, deploymentType })}
      aria-label={i18n.translate('azureOpenaiSetup.model.table.useThis', {
        defaultMessage: 'Use {model} {version}, {type}',
        values: { model: row.title, version: modelVersion, type: row.typeTitle },
      })}
    >
      {text.use}
    </EuiButtonEmpty>
  );
}

interface ModelTableProps {
  rows: ModelRow[];
  region: string;
  pick: (choice: ModelChoice) => void;
}

/** All that the region offers, sortable and filterable, with every drawback said. */
export function ModelTable({ rows, region, pick }: ModelTableProps): ReactElement {
  const usable = rows.filter((row) => row.usable).length;
  return (
    <EuiInMemoryTable
      items={rows}
      itemId="id"
      columns={columns(pick)}
      tableCaption={i18n.translate('azureOpenaiSetup.model.table.caption', {
        defaultMessage:
          '{count, plural, one {# choice} other {# choices}} in {region}, {usable} of them can be deployed',
        values: { count: rows.length, region, usable },
      })}
      sorting={{ sort: { field: 'score', direction: 'desc' } }}
      pagination={{ initialPageSize: 10, pageSizeOptions: [10, 25, 50] }}
      search={{ box: { incremental: true, placeholder: text.search } }}
      executeQueryOptions={{ defaultFields: ['title', 'modelVersion', 'typeTitle', 'drawbacks'] }}
      rowProps={(row) => ({
        'data-test-subj': `modelRow-${row.id}`,
        'data-recommended': row.recommended,
      })}
      data-test-subj="modelTable"
    />
  );
}
