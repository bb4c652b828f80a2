import { i18n } from '@kbn/i18n';
import { dataZoneOf, type DataZone } from '../models/data_zones';
import type { DeploymentType } from '../setup_request';
import { processesLike, typeName } from './model_text';

interface Place {
  /** Programmatic name of the region. */
  location: string;
  /** Its display name; absent while unknown. */
  region?: string;
}

const zoneText: Record<DataZone, { place: string; meaning: string }> = {
  united_states: {
    place: i18n.translate('azureOpenaiSetup.data.zone.united_states', {
      defaultMessage: 'United States data zone',
    }),
    meaning: i18n.translate('azureOpenaiSetup.data.zone.united_states.meaning', {
      defaultMessage: 'Azure processes prompts and answers in its regions in the United States.',
    }),
  },
  european_union: {
    place: i18n.translate('azureOpenaiSetup.data.zone.european_union', {
      defaultMessage: 'European Union data zone',
    }),
    meaning: i18n.translate('azureOpenaiSetup.data.zone.european_union.meaning', {
      defaultMessage:
        'Azure processes prompts and answers in its regions in the member nations of the European Union.',
    }),
  },
  us_government: {
    place: i18n.translate('azureOpenaiSetup.data.zone.us_government', {
      defaultMessage: 'US Government data zone',
    }),
    meaning: i18n.translate('azureOpenaiSetup.data.zone.us_government.meaning', {
      defaultMessage: 'Azure processes prompts and answers in its US Government regions.',
    }),
  },
};

const inZone = ({ location, region }: Place): string => {
  const zone = dataZoneOf(location);
  if (zone) return zoneText[zone].place;
  return region === undefined
    ? i18n.translate('azureOpenaiSetup.data.zone.unnamed', {
        defaultMessage: 'Microsoft data zone',
      })
    : i18n.translate('azureOpenaiSetup.data.zone.ofRegion', {
        defaultMessage: 'Microsoft data zone of {region}',
        values: { region },
      });
};

const inRegion = ({ region }: Place): string =>
  region === undefined
    ? i18n.translate('azureOpenaiSetup.data.region.unnamed', {
        defaultMessage: 'Stays in one Azure region',
      })
    : i18n.translate('azureOpenaiSetup.data.region', {
        defaultMessage: 'Stays in {region}',
        values: { region },
      });

const anywhere = (): string =>
  i18n.translate('azureOpenaiSetup.data.anywhere', { defaultMessage: 'Any Azure region' });

const placeText: Record<DeploymentType, (place: Place) => string> = {
  Standard: inRegion,
  DataZoneStandard: inZone,
  GlobalStandard: anywhere,
};

/** "Stays in East US 2": the area in which a deployment of this type processes data. */
export function dataPlace(deploymentType: string, place: Place): string {
  const type = processesLike(deploymentType);
  return type ? placeText[type](place) : typeName(deploymentType);
}

const meaningText: Record<DeploymentType, (place: Place) => string> = {
  Standard: () =>
    i18n.translate('azureOpenaiSetup.data.region.meaning', {
      defaultMessage: 'Azure processes prompts and answers in this region only.',
    }),
  DataZoneStandard: ({ location }) => {
    const zone = dataZoneOf(location);
    if (zone) return zoneText[zone].meaning;
    return i18n.translate('azureOpenaiSetup.data.zone.meaning', {
      defaultMessage:
        'Azure processes prompts and answers in the regions of the data zone that Microsoft defines.',
    });
  },
  GlobalStandard: () =>
    i18n.translate('azureOpenaiSetup.data.anywhere.meaning', {
      defaultMessage:
        'Azure can process prompts and answers in any country. Stored data stays in the geography of the resource.',
    }),
};

/** The same as a sentence; undefined for an unknown type. */
export function dataMeaning(deploymentType: string, place: Place): string | undefined {
  const type = processesLike(deploymentType);
  return type && meaningText[type](place);
}
