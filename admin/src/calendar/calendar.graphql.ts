import { graphql } from '../gql';
import type { CalendarYearQuery } from '../gql/graphql';

export const CalendarYearDocument = graphql(`
  query CalendarYear($year: Int!) {
    calendar(year: $year) {
      id
      version
      year
      isPublished
      publishedAt
      publishedBy {
        id
        name
      }
      exceptions {
        day
        kind
        nameZh
        nameEn
        name
      }
      allowedActions {
        code
        label
      }
    }
  }
`);

export const ImportCalendarDocument = graphql(`
  mutation ImportCalendar($input: ImportCalendarInput!) {
    importCalendar(input: $input) {
      id
    }
  }
`);

export const ChangeCalendarDayDocument = graphql(`
  mutation ChangeCalendarDay($input: ChangeCalendarDayInput!) {
    changeCalendarDay(input: $input) {
      id
    }
  }
`);

export const ClearCalendarDayDocument = graphql(`
  mutation ClearCalendarDay($input: ClearCalendarDayInput!) {
    clearCalendarDay(input: $input) {
      id
    }
  }
`);

export const PublishCalendarDocument = graphql(`
  mutation PublishCalendar($input: PublishCalendarInput!) {
    publishCalendar(input: $input) {
      id
    }
  }
`);

export const CalendarPublicationEffectDocument = graphql(`
  query CalendarPublicationEffect($year: Int!) {
    calendarPublicationEffect(year: $year) {
      clockCount
      moveCount
      moves {
        kind
        dueAt
        newDueAt
      }
    }
  }
`);

/** One year of the calendar. */
export type CalendarYear = CalendarYearQuery['calendar'];

/** A day with a rule of its own. */
export type CalendarDay = CalendarYear['exceptions'][number];
