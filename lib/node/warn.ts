export { warnOnce } from '../os/warn';
