/** How the cells of a column are read: exact figures, instants in UTC, or text. */
export type CellKind = 'number' | 'instant' | 'text';
