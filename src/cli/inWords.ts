const WORDS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such folder",
  ENOTDIR: "there is no such folder",
  EISDIR: "is a folder",
  EACCES: "access is denied",
  EPERM: "access is denied",
  EROFS: "cannot be written there",
  ENOSPC: "the disk is full",
  ERR_ENCODING_INVALID_ENCODED_DATA: "is not UTF-8 text",
};

export const codeOf = (thrown: unknown): string => String((thrown as { readonly code?: unknown }).code);

/** What the system refused, in plain words. */
export const inWords = (thrown: unknown): string => WORDS[codeOf(thrown)] ?? (thrown as Error).message;
