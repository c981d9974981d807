/**
 * What every platform of the engine has and the language library does not declare.
 * Only pure things belong here: no clock, no network, no console.
 */
declare class TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>;
}
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(bytes?: ArrayBuffer | ArrayBufferView): string;
}
declare function structuredClone<T>(value: T): T;
