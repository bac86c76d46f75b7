extension Storyteller {
  /// What a payment covers, in øre: of each claim its principal and its interest; then the costs.
  struct Shares {
    var principal: [Int]
    var interest: [Int]
    var costs = 0
    var legalCosts = 0

    var total: Int {
      principal.reduce(0, +) + interest.reduce(0, +) + costs + legalCosts
    }
  }

  /// All that is owed: with interest through a day or without any.
  func everything(interestThrough day: Day?) -> Shares {
    let legal = costs.filter { Self.isLegal($0.kind) }.reduce(0) { $0 + $1.ore }
    return Shares(
      principal: left,
      interest: left.indices.map { place in day.map { interest(of: place, through: $0) } ?? 0 },
      costs: allCosts - legal, legalCosts: legal)
  }

  /// A part of the principal, off the claims in order.
  func part(_ ore: Int) -> Shares {
    var rest = ore
    var shares = Shares(principal: [], interest: left.map { _ in 0 })
    for one in left {
      shares.principal.append(min(one, rest))
      rest -= min(one, rest)
    }
    return shares
  }

  static func isLegal(_ kind: String) -> Bool { kind == "court-fee" || kind == "writing-cost" }

  /// A payment, and the payout when it went to the agency.
  mutating func pay(_ shares: Shares, on day: Day, to payee: String, isLast: Bool) {
    payments += 1
    let id = "pay\(payments)"
    guard begin("payment", id, day) else { return }
    let text = calendar.text(day)
    self.text.text("ordered", text)
    if payee == "agency" { self.text.text("clientAccount", text) }
    self.text.text("payee", payee)
    self.text.kroner("amount", shares.total)
    self.text.text(
      "kid", plot.claims.count == 1 ? String(plot.claims[0].id.dropFirst(2)) : "0\(plot.number)")
    tellAllocation(shares)
    end()
    settle(shares, on: day)
    guard payee == "agency", plot.fault != .noPayout else { return }
    let kept = isLast ? min(salaer, shares.costs) : 0
    let out = calendar.workday(day + plot.agency.payout)
    if begin("payout", "out\(payments)", out, by: "agency") {
      self.text.words("of", [id])
      self.text.kroner("amount", shares.total - kept)
      self.text.kroner("principalPart", shares.principal.reduce(0, +))
      self.text.kroner("retained", kept)
      end()
    }
  }

  private mutating func tellAllocation(_ shares: Shares) {
    text.open("[", "allocation")
    for (place, claim) in plot.claims.enumerated() {
      allocate(shares.principal[place], "principal", claim.id)
      allocate(shares.interest[place], "interest", claim.id)
    }
    let only = plot.claims.count == 1 ? plot.claims[0].id : nil
    allocate(shares.costs, "costs", only)
    allocate(shares.legalCosts, "legal-costs", only)
    text.close("]")
  }

  private mutating func allocate(_ ore: Int, _ use: String, _ claim: String?) {
    guard ore > 0 else { return }
    text.open("{")
    if let claim { text.text("claim", claim) }
    text.text("to", use)
    text.kroner("amount", ore)
    text.close("}")
  }

  /// From the day after a payment interest runs on what is left.
  private mutating func settle(_ shares: Shares, on day: Day) {
    for place in left.indices {
      interest[place] = interest(of: place, through: day) - shares.interest[place]
      interestFrom[place] = max(interestFrom[place], day + 1)
      left[place] -= shares.principal[place]
    }
    if shares.costs > 0 { costs = [] }
  }

  /// The end of a case, and the last account to the debtor.
  mutating func close(_ cause: String, on day: Day) {
    let next = calendar.workday(day + 1)
    // Closed and told in one go: the extract has both or neither.
    guard next <= calendar.last else { return }
    if begin("closed", "end", day, by: "agency") {
      text.text("cause", cause)
      end()
    }
    guard begin("final-statement", "fin", next, by: "agency") else { return }
    tellChannel("email")
    text.text("deadline", "none")
    text.words("flags", [])
    end()
  }
}
