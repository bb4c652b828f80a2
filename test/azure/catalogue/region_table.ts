import type { Cloud } from '../hosts';

/**
 * name | display name | geography | group | physical location | latitude | longitude | exceptions. `other` is a region that
 * Azure does not recommend; `no OpenAI` has no accounts of Cognitive Services.
 */
export const regionTable: Record<Cloud, string> = {
  public: `
eastus|East US|United States|US|Virginia|37.3719|-79.8164
eastus2|East US 2|United States|US|Virginia|36.6681|-78.3889
westus3|West US 3|United States|US|Phoenix|33.448376|-112.074036
northcentralus|North Central US|United States|US|Illinois|41.8819|-87.6278|other
swedencentral|Sweden Central|Sweden|Europe|Gävle|60.67488|17.14127
westeurope|West Europe|Europe|Europe|Netherlands|52.3667|4.9
francecentral|France Central|France|Europe|Paris|46.3772|2.3730
japaneast|Japan East|Japan|Asia Pacific|Tokyo, Saitama|35.68|139.77
australiaeast|Australia East|Australia|Asia Pacific|New South Wales|-33.86|151.2094
ukwest|UK West|United Kingdom|UK|Cardiff|53.427|-3.084|other, no OpenAI
qatarcentral|Qatar Central|Qatar|Middle East|Doha|25.551462|51.439327|no OpenAI
`,
  usGovernment: `
usgovvirginia|USGov Virginia|USGov|USGov|Virginia|37.3719|-79.8164
usgovarizona|USGov Arizona|USGov|USGov|Phoenix|33.4484|-112.0740
`,
  china: `
chinanorth3|China North 3|China|China|Hebei|40.7689|114.8863
chinaeast2|China East 2|China|China|Shanghai|31.2304|121.4737|no OpenAI
`,
};

/** Public regions of a world with `furtherRegions` only. They offer the models of Japan East. */
export const furtherTable = `
westus|West US|United States|US|California|37.783|-122.417
westus2|West US 2|United States|US|Washington|47.233|-119.852
centralus|Central US|United States|US|Iowa|41.5908|-93.6208
southcentralus|South Central US|United States|US|Texas|29.4167|-98.5
westcentralus|West Central US|United States|US|Wyoming|40.89|-110.234
canadacentral|Canada Central|Canada|Canada|Toronto|43.653|-79.383
canadaeast|Canada East|Canada|Canada|Quebec|46.817|-71.217
brazilsouth|Brazil South|Brazil|South America|Sao Paulo State|-23.55|-46.633
northeurope|North Europe|Europe|Europe|Ireland|53.3478|-6.2597
uksouth|UK South|United Kingdom|UK|London|50.941|-0.799
germanywestcentral|Germany West Central|Germany|Europe|Frankfurt|50.110924|8.682127
switzerlandnorth|Switzerland North|Switzerland|Europe|Zurich|47.451542|8.564572
norwayeast|Norway East|Norway|Europe|Norway|59.913868|10.752245
polandcentral|Poland Central|Poland|Europe|Warsaw|52.23334|21.01666
italynorth|Italy North|Italy|Europe|Milan|45.46888|9.18109
spaincentral|Spain Central|Spain|Europe|Madrid|40.4259|-3.4209
uaenorth|UAE North|UAE|Middle East|Dubai|25.266666|55.316666
southafricanorth|South Africa North|South Africa|Africa|Johannesburg|-25.73134|28.21837
southindia|South India|India|Asia Pacific|Chennai|12.9822|80.1636
koreacentral|Korea Central|Korea|Asia Pacific|Seoul|37.5665|126.978
southeastasia|Southeast Asia|Asia Pacific|Asia Pacific|Singapore|1.283|103.833
`;
