// What messages say is for runs/ to tell, and what is shown of it comes by way of the view.
export { isLongMessage, messageLine } from '../runs/message-line.ts';
