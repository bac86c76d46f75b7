/// What an invented creditor or agency does wrong, in one case.
enum Fault: CaseIterable {
  // The creditor.
  case earlyFee, highFee, thirdFee, shortWarning, silentWarning, ownDemandToo
  // The agency, with everybody.
  case earlyDemand, shortDemand, thinDemand, highSalaer, highInterest, feeInPrincipal
  case lateCall, holidayCall, manyCalls, talkedToOther, noPayout
  // With some.
  case earlyHeavy, highHeavy, earlyStep, lateStep, highCourtFee, noAnswer, chargedAfterwards
  case unmerged

  /// Whether it is a call that should not have been.
  var isOfCalls: Bool {
    switch self {
    case .lateCall, .holidayCall, .manyCalls, .talkedToOther: true
    default: false
    }
  }

  /// What a careless creditor does.
  static let byCreditors: [Fault] = [
    .earlyFee, .highFee, .thirdFee, .shortWarning, .silentWarning, .ownDemandToo,
  ]

  /// What a careless agency does, some of it more often.
  static let byAgencies: [(Fault, weight: Int)] = [
    (.earlyDemand, 3), (.shortDemand, 3), (.thinDemand, 4), (.highSalaer, 4), (.highInterest, 3),
    (.feeInPrincipal, 2), (.lateCall, 3), (.holidayCall, 2), (.manyCalls, 2), (.talkedToOther, 2),
    (.noPayout, 1), (.earlyHeavy, 5), (.highHeavy, 3), (.earlyStep, 1), (.lateStep, 2),
    (.highCourtFee, 1), (.noAnswer, 2), (.chargedAfterwards, 2), (.unmerged, 3),
  ]
}

/// How a case goes.
enum Course {
  /// Paid before any agency takes it.
  case paidOnWarning
  /// Paid on the demand of the agency.
  case paidOnDemand
  /// Paid when the work has become heavy.
  case paidHeavy
  /// Paid by instalments.
  case plan
  /// The debtor objects in vain, then pays.
  case objectionInVain
  /// The debtor objects and is right.
  case objectionUpheld
  /// To the forliksråd.
  case court
  /// Given up.
  case dropped

  /// Whether the debtor objects.
  var isDisputed: Bool {
    switch self {
    case .objectionInVain, .objectionUpheld: true
    default: false
    }
  }

  /// The ways of cases, some more often.
  static let all: [(Course, weight: Int)] = [
    (.paidOnWarning, 14), (.paidOnDemand, 38), (.paidHeavy, 20), (.plan, 9),
    (.objectionInVain, 6), (.objectionUpheld, 3), (.court, 7), (.dropped, 3),
  ]

  /// The ways on which a fault can happen.
  static func open(to fault: Fault) -> [Course] {
    switch fault {
    case .earlyFee, .highFee, .thirdFee, .shortWarning, .silentWarning, .ownDemandToo,
      .earlyDemand, .shortDemand, .thinDemand, .highSalaer, .highInterest, .feeInPrincipal,
      .lateCall, .holidayCall, .manyCalls, .talkedToOther, .unmerged:
      [.paidOnDemand, .paidHeavy]
    case .noPayout, .chargedAfterwards: [.paidOnDemand]
    case .earlyHeavy, .highHeavy: [.paidHeavy]
    case .earlyStep, .lateStep, .highCourtFee: [.court]
    case .noAnswer: [.objectionInVain]
    }
  }
}
