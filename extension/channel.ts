/** Where our pages and the background tell each other of what they have written. */
export const channelName = 'offprint'
