import { graphql } from '../gql';
import type { RulesFragment } from '../gql/graphql';

graphql(`
  fragment Rules on PolicyRules {
    leastLevels {
      categoryCode
      level
      clause
    }
    emergencies {
      categoryCode
      riskFlag
      clause
    }
    limits {
      clock
      level
      count
      unit
      escalates
      clause
    }
    pauses {
      clock
      clause
    }
    warnShare
    steps {
      step
      delayMinutes
      acknowledgementTimeoutMinutes
      clause
    }
    quietHours {
      from
      to
    }
    breachToLeadersHours
    handling {
      periods {
        clock
        count
        unit
        clause
      }
      staleWorkingDays
      reviews {
        level
        mode
        signOffCount
        clause
      }
      compensationWithoutReview
      compensationByDesk
      replyBy
      replyBeforeExecution
      firstHandlerKeepsGeneral
      appealWindowDays
      reopenWindowDays
      routes {
        categoryCode
        level
        orgUnitId
        groupId
        clause
      }
    }
    regulations
  }
`);

/** The rules of a version. */
export type Rules = RulesFragment;
