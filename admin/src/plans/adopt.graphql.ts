import { graphql } from '../gql';
import type { PlanPresetsQuery } from '../gql/graphql';

export const PlanPresetsDocument = graphql(`
  query PlanPresets {
    planPresets {
      code
      kind
      name
      summary
      deskName
      differences {
        clauses
        label
        value
        isOwn
      }
    }
  }
`);

export const PlanDemandsDocument = graphql(`
  query PlanDemands($preset: PlanPresetCode!, $orgUnitId: ID!) {
    planDemands(preset: $preset, orgUnitId: $orgUnitId) {
      ...Demand
    }
  }
`);

export const AdoptPlanPresetDocument = graphql(`
  mutation AdoptPlanPreset($input: AdoptPlanPresetInput!) {
    adoptPlanPreset(input: $input) {
      id
    }
  }
`);

/** A ready-made plan, with what it changes. */
export type Preset = PlanPresetsQuery['planPresets'][number];
