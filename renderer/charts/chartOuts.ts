/** The ways in which a chart leaves the app. Each is a command. */
export interface ChartOut {
  readonly id: string;
  readonly title: string;
  readonly how: 'copy' | 'save';
  readonly form: 'png' | 'svg' | 'csv';
}

export const chartOuts: readonly ChartOut[] = [
  { id: 'chart.copyPng', title: 'Copy as PNG', how: 'copy', form: 'png' },
  { id: 'chart.copySvg', title: 'Copy as SVG', how: 'copy', form: 'svg' },
  { id: 'chart.copyCsv', title: 'Copy as CSV', how: 'copy', form: 'csv' },
  { id: 'chart.savePng', title: 'Export as PNG', how: 'save', form: 'png' },
  { id: 'chart.saveSvg', title: 'Export as SVG', how: 'save', form: 'svg' },
  { id: 'chart.saveCsv', title: 'Export as CSV', how: 'save', form: 'csv' },
];
