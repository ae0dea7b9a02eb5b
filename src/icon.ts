/** Icons: the mark of Keras Doctor, and one shape for each severity (never colour alone). */

import { LabIcon } from '@jupyterlab/ui-components';

import type { Severity } from './engine/types';

/** A heart with its pulse. */
export const doctorIcon = new LabIcon({
  name: 'jupyterlab-keras-doctor:doctor',
  svgstr: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="16">
  <g class="jp-icon3" stroke="#616161" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round" style="fill: none">
    <path style="fill: none" d="M3.4 10.2a5 5 0 0 1 8.6-4.3 5 5 0 0 1 8.6 4.3"/>
    <path style="fill: none" d="M5.2 15.2 12 21l6.8-5.8"/>
    <path style="fill: none" d="M2.5 12.8h5.2l2-3.8 3.4 6.6 1.9-2.8h6.5"/>
  </g>
</svg>`
});

/** A cross in a disc, an exclamation mark in a triangle, an i in a ring; coloured by the text around them. */
export const severityIcons: Readonly<Record<Severity, LabIcon>> = {
  error: severityIcon(
    'error',
    'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm2.9 8.8-1.1 1.1L8 9.1l-1.8 1.8-1.1-1.1L6.9 8 5.1 6.2l1.1-1.1L8 6.9l1.8-1.8 1.1 1.1L9.1 8Z'
  ),
  warning: severityIcon(
    'warning',
    'M8 1.2.6 14.5h14.8L8 1.2Zm-.8 5h1.6v4.3H7.2V6.200Zm0 5.300h1.600v1.600H7.200Z'
  ),
  info: severityIcon(
    'info',
    'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm0 1.400a5.600 5.600 0 1 1 0 11.200A5.600 5.600 0 0 1 8 2.400ZM7.200 4.500h1.600v1.600H7.200Zm0 2.700h1.600v4.300H7.200Z'
  )
};

function severityIcon(severity: Severity, path: string): LabIcon {
  return new LabIcon({
    name: `jupyterlab-keras-doctor:${severity}`,
    svgstr: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" width="16"><path fill="currentColor" fill-rule="evenodd" d="${path}"/></svg>`
  });
}
