import {
  BellRing,
  DESK: [dashboard, worklist, complaints, escalations, wall],
  MANAGER: [dashboard, escalations, wall, complaints],
  AUDITOR: [audit, complaints],
