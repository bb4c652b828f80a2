import { EuiBadge, EuiProgress, EuiRadio, EuiScreenReaderOnly, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { Offer } from '../../../common/models/offers';
import type { ModelDrawback } from '../../../common/options';
import { formatCompact } from '../../../common/words/format';
import { drawbackText, typeName } from '../../../common/words/model_text';
import { isAvailable } from '../offers/model_choices';
import { quotaOf } from './data_cells';
import { dataText } from './data_text';

interface DataCellProps {
  /** Absent if the model is not offered. */
  offer?: Offer;
  region: string;
  /** The chosen version; the cell shows any other version. */
  modelVersion: string;
  drawbacks: readonly ModelDrawback[];
  isBest: boolean;
  isChosen: boolean;
  choose(offer: Offer): void;
}

/** Available quota of one deployment type in one region, as a radio button. */
export function DataCell(props: DataCellProps): ReactElement {
  const { offer, region, modelVersion, drawbacks, isBest, isChosen, choose } = props;
  if (!offer) return <SubduedText text={dataText.notOffered} />;
  const quota = quotaOf(offer);
  const id = `dataCell-${offer.location}-${offer.deploymentType}`;
  return (
    <div css={{ inlineSize: '100%' }} data-test-subj={id}>
      {isAvailable(offer) ? (
        <EuiRadio
          id={id}
          name="dataProcessing"
          checked={isChosen}
          onChange={() => choose(offer)}
          label={<CellLabel offer={offer} region={region} />}
        />
      ) : (
        <SubduedText text={unusableText(offer)} />
      )}
      {quota && <QuotaBar {...quota} />}
      {isBest && <EuiBadge color="primary">{dataText.best}</EuiBadge>}
      {offer.modelVersion !== modelVersion && <SubduedText text={versionText(offer)} />}
      {drawbacks.map((drawback) => (
        <SubduedText key={drawback} text={drawbackText[drawback]} />
      ))}
    </div>
  );
}

function SubduedText({ text }: { text: string }): ReactElement {
  return (
    <EuiText size="xs" color="subdued">
      {text}
    </EuiText>
  );
}

/** The accessible name of the radio: its column and row. */
function CellLabel({ offer, region }: { offer: Offer; region: string }): ReactElement {
  const quota = quotaOf(offer);
  return (
    <EuiText size="xs" component="span">
      <EuiScreenReaderOnly>
        <span>
          {i18n.translate('azureOpenaiSetup.data.cellName', {
            defaultMessage: '{type} in {region}:',
            values: { type: typeName(offer.deploymentType), region },
          })}{' '}
        </span>
      </EuiScreenReaderOnly>
      {quota ? freeText(quota) : dataText.unreadQuota}
    </EuiText>
  );
}

const freeText = ({ free, limit }: { free: number; limit: number }): string =>
  i18n.translate('azureOpenaiSetup.data.free', {
    defaultMessage: '{free} of {limit} available',
    values: { free: formatCompact(free), limit: formatCompact(limit) },
  });

function unusableText(offer: Offer): string {
  if (offer.drawbacks.includes('no_capacity')) return dataText.atCapacity;
  const quota = quotaOf(offer);
  return quota && quota.limit > 0 ? freeText(quota) : dataText.noQuota;
}

const versionText = ({ modelVersion }: Offer): string =>
  i18n.translate('azureOpenaiSetup.data.otherVersion', {
    defaultMessage: 'Version {modelVersion}',
    values: { modelVersion },
  });

/** Decorative: the label has the same numbers. */
function QuotaBar({ free, limit }: { free: number; limit: number }): ReactElement {
  return (
    <div aria-hidden={true} css={{ marginBlock: 4 }}>
      <EuiProgress
        size="s"
        color="primary"
        value={Math.min(free, limit)}
        max={Math.max(limit, 1)}
      />
    </div>
  );
}
