/** Events of this source are the running demo's. */
export const DEMO_SOURCE = 'marea-demo';
export const isDemoSource = (source: string): boolean => source === DEMO_SOURCE;
