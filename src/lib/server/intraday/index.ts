export type { IntradayInterval, IntradaySeries, IntradayTotals, IntradayView } from './intraday-view.ts';
export { intradayCsv } from './intraday-csv.ts';
export { localDayOf, type LocalDay } from './local-day.ts';
export { InvalidDay, parseIntradayQuery, type IntradayQuery } from './parse-intraday-query.ts';
export { readIntraday, type IntradayRequest } from './read-intraday.ts';
