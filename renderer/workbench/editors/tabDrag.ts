/** The kind of data that a dragged tab carries. */
export const dragType = 'application/x-drawdown-tab';
