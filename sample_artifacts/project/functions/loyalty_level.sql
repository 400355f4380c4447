case
    when spent_nok >= 5000 then 'stormester'
    when spent_nok >= 1500 then 'kjenner'
    else 'venn'
end
