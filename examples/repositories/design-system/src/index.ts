export { Button } from './Button';
export { Price } from './Price';
export { SearchBox } from './SearchBox';
