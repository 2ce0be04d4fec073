import type {ReportSubject} from '../../report/page/report-data.js';

/** What is to be known of curves that lie over each other: whether their values can be compared, and which do not end at an end. */
export function overlayNotes(reports: readonly ReportSubject[]): string[] {
  const splits = new Map<string, ReportSubject[]>();
  for (const report of reports) {
    splits.set(report.split.split_id, [...splits.get(report.split.split_id) ?? [], report]);
  }

  const groups = [...splits.values()].map(group => `${group.map(({label}) => label).join(', ')} (${group[0]!.split.validation} of ${group[0]!.split.dataset})`);
  return [
    ...groups.length > 1 ? [`These curves are of different validation pictures, and cannot be compared: ${groups.join('; ')}.`] : [],
    ...reports.filter(({scored}) => scored === 0).map(({label, runs}) => `${label} is not done (${[...new Set(runs.map(({status}) => status))].join(', ')}): its curve is of the run that came furthest.`),
  ];
}
