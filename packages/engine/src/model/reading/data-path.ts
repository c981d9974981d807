/** Keys and list places from the root down. */
export type DataPath = readonly (string | number)[];
