/** How a terminal shows emphasis. Output without colour uses `plain`; meaning never rests on style alone. */
export interface Style {
  strong(text: string): string;
  faint(text: string): string;
}

export const plain: Style = { strong: (text) => text, faint: (text) => text };
