export interface Config {
  callboard?: {
    access?: {};
  };
}
