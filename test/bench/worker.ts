import product from '../../src/worker.ts';
import { measured } from './measured.ts';

/** The product as it is deployed, but for its limit of requests a minute. */
export default measured(product);
