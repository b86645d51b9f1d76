/** FNV-1a over UTF-16 code units: a whole number below 2^32, from the given start. */
export const fnv1a = (text: string, start = 0x811c9dc5): number => {
  let hash = start;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
};

/**
 * Spreads a hash over all of its bits: FNV leaves texts that differ in their last letters close together.
 *
 * @see A. Appleby, the finalizer of MurmurHash3, https://github.com/aappleby/smhasher
 */
export const mixed = (hash: number): number => {
  let bits = hash;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
};
