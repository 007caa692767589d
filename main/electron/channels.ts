/** The only two channels between page and host: calls go up, events come down, both as JSON text. */
export const callChannel = 'drawdown:call';
export const eventChannel = 'drawdown:event';
