import Audit
import Casebook
import Rulebook
import Testing
import Values

/// Rules with the lines of an account, a ceiling on a fee, a ceiling on fees together, one on what
/// a letter asks for, and a fee that may fall away.
///
/// A claim of 36 500 kroner bears 10 kroner a day in 2025 and 12 in 2026; a fee is at most 38
/// kroner from 2026 on, 35 before.
enum AccountRules {
  static let tables = """
    ## Late rate

    | from       |  % |
    | ---------- | -: |
    | 2026-01-01 | 12 |
    | 2025-07-01 | 10 |

    ## Fee cap

    | from       | kroner |
    | ---------- | -----: |
    | 2026-01-01 |     38 |
    | 2019-01-01 |     35 |

    ## Lines

    | account      | lawful         | asked           | asked-in | lawful-then | nb  | en  | law   |
    | ------------ | -------------- | --------------- | -------- | ----------- | --- | --- | ----- |
    | principal    | principal-then | asked-principal | asking   | when-asked  | h   | p   | p § 2 |
    | interest     | interest-then  | asked-interest  |          |             | r   | i   | p § 3 |
    | compensation | extra          |                 |          |             | k   | c   | p § 4 |

    ## Entries

    | entry      | counts  | left      | nb        | en        | law   |
    | ---------- | ------- | --------- | --------- | --------- | ----- |
    | payment    | arrived |           | mislyktes | it failed | p § 7 |
    | setoff     | rightly |           | bare rett | if right  | p § 8 |
    | settlement |         | left-over | fullt     | in full   | p § 9 |

    ## Order

    | step  | rules                      |
    | ----- | -------------------------- |
    | fees  | t-late, t-fee, t-together  |

    """

  static let declarations = """
    choice year = whole | bank default whole because "a test"
    define arrived of payment as no payment-failed of payment
    define fee as item where fee.kind is one of purring-fee, inkassovarsel-fee
    define principal-then of claim on day as
      claim.principal - (sum note.amount over credit-note of claim called note through day)
    define interest-then of claim on day as
      sum claim.principal * late-rate on date / days-of-year on date over date
        from ((claim.due else never) + 1 day) through day
    define days-of-year on day as
      when choice year is whole: 365
      otherwise 360
    define extra of claim on day as 0 kroner
    define shown of letter as
      (letter.demands.principal > 0 kroner or letter.demands.principal = 0 kroner) if unknown false
    define asking of claim on day as
      each statement of claim called one through day
        where one is shown and (no statement of claim after one through day)
    define is-last of letter as
      letter is shown and (no claim of letter called one where (some statement of one after letter))
    define asked-principal of claims on day as
      (sum one.demands.principal over statement of claims called one through day
        where one is is-last
          and (no claim of one called other where (no claim in claims called own where own = other)))
      + (sum
          ((sum share.principal over claim-lines in one.demands.by-claim called share
              where (some claim in claims called own where share.claim = own))
            if unknown between 0 kroner and one.demands.principal)
          over statement of claims called one through day where one is is-last
            and (some claim of one called other where (no claim in claims called own where own = other)))
    define when-asked of claim on day as
      sum principal-then of claim on one.date over statement in (asking of claim on day) called one
    define asked-interest of claim on day as
      (last statement of claim called one through day where one is shown).demands.interest
        else 0 kroner

    define rightly of setoff as setoff.same-creditor
    define left-over of claims on day as
      let owed be (sum principal-then of one on day over claim in claims called one)
        + left of fee of claims through day
      let paid be sum got.amount over payment of claims called got through day
      when some settlement of claims called accord through day:
        smaller of (owed, smallest accord.amount over settlement of claims called accord through day)
          - paid
      otherwise owed - paid

    rule t-fee · § 5 · verbatim
      for each fee of each claim called one, dated one.date
      limit one to fee-cap on one.date
      nb "Gebyret {charged} er over {limit}."
      en "The fee of {charged} is above {limit}."
    rule t-late · § 6 · verbatim
      for each fee of each claim called one
      dated one.date
      require one.event.type is purring or one.documented
      breach, item-void one
      nb "Gebyret {one.amount} er ikke dokumentert."
      en "The fee of {one.amount} is not documented."
    rule t-together · § 7 · verbatim
      for each group of claim by lot
      limit fee of group to 60 kroner
      nb "Gebyrene er {charged}, høyst {limit}."
      en "The fees are {charged}, at most {limit}."
    rule t-interest · § 3 · verbatim
      for each statement of each claim called one
      dated one.date
      require one.demands.interest <= interest-then of claim on one.date
      breach, excess
      nb "Renten er for høy."
      en "The interest is too high."
    """
}
