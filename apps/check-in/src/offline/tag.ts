/** What the page and the worker behind it call the sending of what waits. */
export const sendTag = 'attune-send';
