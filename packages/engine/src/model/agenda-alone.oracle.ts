/** A case of parties, stances and framings: no number, no issue. */
export const agendaAlone = `parley: 1
id: ferry_rights
title: Ferry rights
asOf: 2026-03-01
viewpoint: { coder: Test, from: outside, basis: invented }
parties:
  east:
    label: Eastbank
    role: principal
    stances: { ferries: { together: accepts }, fishing: { together: refuses, later: tolerates } }
  west:
    label: Westbank
    role: principal
    stances: { ferries: { together: accepts }, fishing: { together: insists } }
baskets:
  ferries: { label: Ferries }
  fishing: { label: Fishing }
framings:
  ferries_only: { label: Ferries only, placements: { ferries: together, fishing: none } }
  both: { label: Both together, placements: { ferries: together, fishing: together } }
`;
