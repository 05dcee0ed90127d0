/** Height of the week's chart with its legend, px; known before its script has arrived. */
export const WEEK_CHART_PX = 264;
