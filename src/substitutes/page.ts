/** Pages of Yoga that its options turn off: a landing page and GraphiQL. */
export default '';
